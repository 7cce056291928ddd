/// <reference lib="dom" />
document.title = 'x';
