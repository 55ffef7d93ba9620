// Runs before Scalar, which does three things that a strict policy forbids, each of which has a permitted form:
// style elements without the page's nonce, style attributes as text, and a probe for `new Function`.
;(() => {
  const nonce = document.currentScript.nonce
  const { createElement } = document
  document.createElement = function (name, options) {
    const element = createElement.call(this, name, options)
    if (String(name).toLowerCase() === 'style') element.nonce = nonce
    return element
  }
  const { setAttribute } = Element.prototype
  Element.prototype.setAttribute = function (name, value) {
    if (String(name).toLowerCase() === 'style' && this.style) this.style.cssText = value
    else setAttribute.call(this, name, value)
  }
  const inner = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')
  Object.defineProperty(Element.prototype, 'innerHTML', {
    ...inner,
    set(html) {
      inner.set.call(this, String(html).replace(/\sstyle=(["'])/g, ' data-style=$1'))
      for (const element of this.querySelectorAll('[data-style]')) element.style.cssText = element.dataset.style
    },
  })
  const refuse = () => {
    throw new EvalError('code from text is not allowed on this page')
  }
  globalThis.Function = new Proxy(Function, { construct: refuse, apply: refuse })
})()
