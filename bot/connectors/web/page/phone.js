// The numbers of help lines in what Zwaan says, as links: one touch should be enough to call.

// A mark before the number is part of the match: older phones know no lookbehind. 1.112, 112,50,
// 113.nl and 0112 are no numbers to call.
const NUMBER = /(^|[^\w.,-])(112|113|0800[- ]\d{4})(?![\w%-]|[.,:]\w)/g;

function call(number) {
  const link = document.createElement("a");
  link.href = `tel:${number.replace(/\D/g, "")}`;
  link.textContent = number;
  return link;
}

/** `text` as a list of strings and links, ready for `append`. */
export function withCalls(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(NUMBER)) {
    const start = found.index + found[1].length;
    parts.push(text.slice(end, start), call(found[2]));
    end = start + found[2].length;
  }
  return [...parts, text.slice(end)];
}
