import type { Response } from 'express';
import { mediaTypes, sendErrorPage, wantsPage, type ErrorPage } from '../http/index.ts';

/** Why a request is refused before any route sees it. */
export interface Refusal {
  readonly status: number;
  readonly title: string;
  /** The last part of the problem's type. */
  readonly slug: string;
  readonly detail: string;
}

/** Refuses a request: with a page for browsers, else with a problem document. */
export function refuse(response: Response, page: ErrorPage, refusal: Refusal): void {
  const { status, title, slug, detail } = refusal;
  if (wantsPage(response.req)) sendErrorPage(response, page, { status, messages: [detail] });
  else {
    response
      .status(status)
      .set('Content-Type', `${mediaTypes.problem};charset=utf-8`)
      .end(JSON.stringify({ title, type: `/problem/${slug}`, detail, status }));
  }
}
