import { expect, test } from 'vitest'
import { keepWords } from './keep-words.ts'

test('keeps words and emphasis', () => {
  expect(keepWords('<p class="x">One <b style="color: red">two</b></p><ul><li>three</li></ul>')).toBe(
    '<p>One <b>two</b></p><ul><li>three</li></ul>',
  )
})

test('leaves out what a browser would fetch or run', () => {
  const html =
    '<p onclick="x()">a<img src="https://elsewhere.example/x.png"></p><object data="https://elsewhere.example"></object>' +
    '<style>@import "https://elsewhere.example"</style><table><tr><td>b</td></tr></table>'
  expect(keepWords(html)).toBe('<p>a</p>b')
})

test('keeps links to the web, and no others', () => {
  expect(keepWords('<a href="https://example.org" target="x">a</a><a href="javascript:x()">b</a>')).toBe(
    '<a href="https://example.org">a</a><a>b</a>',
  )
})
