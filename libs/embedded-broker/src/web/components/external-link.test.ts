import { describe, expect, it } from '@jest/globals';
import { html, renderOnce } from '../html.ts';
import { externalLink } from './external-link.ts';

const rendered = (address: string) => renderOnce(html`<div>${externalLink(address, 'Build')}</div>`).text;

describe('An address that somebody published', () => {
  it.each(['https://ci.example/7', 'HTTP://ci.example/?a="b"'])('is a link: %s', (address) => {
    expect(rendered(address)).toMatch(/<a href="http[^"]*" rel="noopener noreferrer">Build<\/a>/i);
  });

  it.each([
    'javascript:alert(1)',
    'javascript:alert(1)//https://ci.example/',
    'JavaScript:alert(1)',
    '\tjavascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '//evil.example',
    '/relative',
    'https:',
    'no address',
  ])('is text: %s', (address) => {
    expect(rendered(address)).not.toContain('<a');
    expect(rendered(address)).toContain('class="address"');
  });
});
