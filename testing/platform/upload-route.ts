import { randomBytes } from 'node:crypto';
import { PlatformRefusal } from './guard';
import type { Tools } from './tools';
import type { Upload } from './store';

/** `POST /api/public/uploadfile`: multipart with `file`, `fileContext=bulkImport` and `fileExtension`. */
export function uploadRoute({ app, store, options, now, admit }: Tools): void {
  app.post('/api/public/uploadfile', async (request) => {
    await admit(request, 'any admin app', 'account');
    if (!request.isMultipart()) throw new PlatformRefusal(415, 'multipart/form-data is required');
    const fields = new Map<string, string>();
    let file: { readonly name: string; readonly bytes: Buffer } | undefined;
    for await (const part of request.parts()) {
      if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() };
      else fields.set(part.fieldname, String(part.value));
    }
    const extension = (fields.get('fileExtension') ?? '').replace(/^\./, '');
    if (file === undefined) throw new PlatformRefusal(400, 'file is required');
    if (fields.get('fileContext') !== 'bulkImport') throw new PlatformRefusal(400, 'fileContext is not supported');
    if (!(options.extensions ?? ['json', 'js', 'csv', 'zip']).includes(extension)) {
      throw new PlatformRefusal(400, `Unsupported file extension: ${extension}`);
    }
    const id = randomBytes(12).toString('hex');
    store.uploads.set(id, { id, name: file.name, extension, bytes: file.bytes, at: now() });
    return { fileId: id };
  });
}

/** An upload by id, while it lasts; 412 without an id, 400 for one that is not known (both observed) or has expired (inferred). */
export function uploaded({ store, options, now }: Tools, id: unknown, what: string): Upload {
  if (typeof id !== 'string' || id === '') throw new PlatformRefusal(412, `${what} is required`);
  const upload = store.uploads.get(id);
  if (upload === undefined || now() - upload.at > (options.fileLifeMs ?? 3_600_000)) {
    throw new PlatformRefusal(400, 'Invalid file id');
  }
  return upload;
}
