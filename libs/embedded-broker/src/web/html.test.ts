import { describe, expect, it } from '@jest/globals';
import { html, renderOnce } from './html.ts';

const evil = `"><script>alert(1)</script>&amp;'`;
const harmless = `&quot;>&lt;script>alert(1)&lt;/script>&amp;amp;'`;

describe('Markup', () => {
  it('escapes every value: inside of an element, as an attribute, within one, and in a set of them', () => {
    expect(html`<p>${evil}</p>`.text).toBe(`<p>${harmless}</p>`);
    expect(html`<a href=${evil}>x</a>`.text).toBe(`<a href="${harmless}">x</a>`);
    expect(html`<a class="note ${evil}" title=${1}>x</a>`.text).toBe(
      `<a class="note ${harmless}" title="1">x</a>`,
    );
    expect(html`<input ...${{ id: evil, list: undefined }} />`.text).toBe(`<input id="${harmless}" />`);
  });

  it('takes markup for markup, and nothing else for it', () => {
    expect(
      html`<ul>
        ${['a', '<'].map((one) => html`<li>${one}</li>`)}
      </ul>`.text,
    ).toBe('<ul><li>a</li><li>&lt;</li></ul>');
    const published: unknown = JSON.parse('{ "text": "<b>", "toString": "<b>" }');
    expect(() => html`<p>${published}</p>`.text).toThrow(TypeError);
    expect(html`<p>${JSON.parse('{"text":"<b>"}')}</p>`.text).toBe('<p>[object Object]</p>');
    expect(renderOnce('<b>').text).toBe('&lt;b>');
  });

  it('leaves out what there is not', () => {
    expect(html`<p>${null}${undefined}${false}${true}${0}${''}</p>`.text).toBe('<p>0</p>');
    expect(
      html`<option value=${''} selected=${true} hidden=${false} title=${undefined}>x</option>`.text,
    ).toBe('<option value="" selected>x</option>');
    expect(html`<a aria-current=${null} aria-hidden=${false}>x</a>`.text).toBe(
      '<a aria-hidden="false">x</a>',
    );
  });

  it('knows where a value stands, whatever was before it', () => {
    const markup = html`<a title="a > b" href=${'c'}>d = ${'e'}</a><b class="x ${'"'}">${'f'}</b>`;
    expect(markup.text).toBe(`<a title="a > b" href="c">d = e</a><b class="x &quot;">f</b>`);
    const single = Object.assign(["<b class='", "'></b>"], { raw: [] }) as unknown as TemplateStringsArray;
    expect(() => html(single, "'")).toThrow('double quotes');
    expect(() => html`<p ${'x'}></p>`).toThrow('a tag takes attributes only');
  });

  it('counts a line break as a space, and as nothing beside a block', () => {
    const markup = html`
      <p>
        one ${'two'} three
        <em>four</em>
      </p>
      <p>five</p>
    `;
    expect(markup.text).toBe('<p>one two three <em>four</em></p><p>five</p>');
  });
});
