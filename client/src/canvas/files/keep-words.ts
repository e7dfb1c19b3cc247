const keptElements = 'p, br, div, span, a, b, strong, i, em, s, u, code, mark, ul, ol, li, h1, h2, h3, h4, h5, h6'
const keptAttributes = new Set(['href', 'dir'])

/** Pasted markup with its words and their emphasis, and nothing that a browser would fetch or run. */
export function keepWords(html: string): string {
  // A parsed document that is never shown loads nothing.
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const element of [...body.querySelectorAll('*')]) {
    if (element.matches('script, style, noscript, template, svg, math, iframe, object, head, title')) element.remove()
    else if (!element.matches(keptElements)) element.replaceWith(...element.childNodes)
    else for (const { name } of [...element.attributes]) if (!keptAttributes.has(name)) element.removeAttribute(name)
  }
  for (const link of body.querySelectorAll('a[href]')) {
    if (!/^(https?|mailto):/i.test(link.getAttribute('href') ?? '')) link.removeAttribute('href')
  }
  return body.innerHTML
}
