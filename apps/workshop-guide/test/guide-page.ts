import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Companion } from '../src/checking/index.ts';
import { openWorkshop, start, type Workshop } from '../src/guide/index.ts';
import { servePage, type GuidePage } from '../src/web/index.ts';
import { miniatureCourse } from './workshop-process.ts';

/** The guide's page for a course, with a temporary playground. */
export class TestPage implements AsyncDisposable {
  readonly workshop: Workshop;
  readonly companion: Companion;
  private readonly page: GuidePage;
  private readonly folder: string;

  private constructor(folder: string, workshop: Workshop, companion: Companion, page: GuidePage) {
    this.folder = folder;
    this.workshop = workshop;
    this.companion = companion;
    this.page = page;
  }

  /** @param lesson that the playground is laid out for */
  static async open(lesson = '1', course = miniatureCourse): Promise<TestPage> {
    const folder = mkdtempSync(join(tmpdir(), 'workshop-page-'));
    const workshop = await openWorkshop({ course, playground: join(folder, 'playground') });
    await start(workshop, lesson);
    const companion = new Companion(workshop);
    await companion.open();
    return new TestPage(folder, workshop, companion, await servePage(workshop, companion, { port: 0 }));
  }

  get url(): string {
    return this.page.url;
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.workshop.at.playground, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.workshop.at.playground, path), 'utf8');
  }

  /** The page at a path, as text. */
  async text(path: string, headers: Record<string, string> = {}): Promise<string> {
    return (await fetch(this.url + path, { headers })).text();
  }

  /** Sends the form of a button, as a browser does; redirects are not followed. */
  press(action: string, origin = this.url, fields: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams(fields);
    return fetch(this.url + action, { method: 'POST', headers: { origin }, redirect: 'manual', body });
  }

  /** Sends a request whose path and headers `fetch` would change; returns the status. */
  status(path: string, headers: Record<string, string> = {}): Promise<number> {
    const { hostname, port } = new URL(this.url);
    return new Promise((resolve, reject) => {
      request({ hostname, port, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .once('error', reject)
        .end();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.companion.close();
    await this.page.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
