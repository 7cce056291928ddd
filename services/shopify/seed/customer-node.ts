import { gid, numericId } from './ids';
import type { CustomerNode } from './nodes';
import { daysAgo, type SeedContext } from './seed-clock';
import type { WrittenCustomer } from './written';

/** A customer's address with `formatted(withName:)`, or null. */
function addressNode(written: WrittenCustomer, name: string): object | null {
  if (!written.address) return null;
  const [address1, city, province, zip, country, countryCodeV2] = written.address;
  return {
    id: gid('MailingAddress', numericId.address(written.n)),
    firstName: written.firstName,
    lastName: written.lastName,
    name,
    address1,
    city,
    province,
    zip,
    country,
    countryCodeV2,
    formattedArea: [city, province, country].filter((part) => part !== null).join(', '),
    formatted: ({ withName }: { withName?: boolean }) => [
      ...(withName ? [name] : []),
      address1,
      [city, province, zip].filter((part) => part !== null).join(' '),
      country,
    ],
  };
}

/** One customer; `orders`, `numberOfOrders` and `amountSpent` are filled in by `build.ts`. */
export function customerNode(context: SeedContext, written: WrittenCustomer): CustomerNode {
  const id = numericId.customer(written.n);
  const names = [written.firstName, written.lastName].filter((part) => part !== null).join(' ');
  const phone = written.phone ?? null;
  const address = addressNode(written, names);
  const fields = {
    locale: written.locale ?? 'en',
    verifiedEmail: written.verified ?? written.email !== null,
    taxExempt: false,
    note: null,
    defaultEmailAddress: written.email === null ? null : { emailAddress: written.email },
    defaultPhoneNumber: phone === null ? null : { phoneNumber: phone },
    addresses: address ? [address] : [],
    addressesV2: address ? [address] : [],
  };
  return {
    __typename: 'Customer',
    id: gid('Customer', id),
    legacyResourceId: id,
    firstName: written.firstName,
    lastName: written.lastName,
    displayName: names || (written.email ?? phone ?? ''),
    email: written.email,
    phone,
    createdAt: daysAgo(context, written.age),
    updatedAt: daysAgo(context, Math.min(written.age, 10)),
    state: 'DISABLED',
    tags: [],
    defaultAddress: address,
    numberOfOrders: '0',
    orders: [],
    ...fields,
  };
}
