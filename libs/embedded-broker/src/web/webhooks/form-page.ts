import type { Webhook } from '../../webhooks/index.ts';
import type { Content } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { trailOf } from './trail.ts';

/** The page around the form of a new or a stored webhook. */
export function formPage(
  title: string,
  webhook: Webhook | undefined,
  form: Content,
  { links }: PageCall,
): string {
  return page({ title, section: 'webhooks', trail: trailOf(webhook, links), links }, form);
}
