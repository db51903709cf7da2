import { rmSync } from 'node:fs';
import {
  KnownFiles,
  learnerFiles,
  saveAside,
  type Files,
  type Locations,
  type SavedWork,
} from '../playground/index.ts';

/**
 * Keeps what the learner wrote over one layout. A layout may replace files more than once, with seconds in between: each
 * time, what is neither laid out nor saved yet is saved aside.
 */
export class Safekeeping {
  readonly #at: Locations;
  readonly #command: string;
  readonly #lessons: readonly [before: string, after: string];
  readonly #known: KnownFiles;
  readonly #saved: SavedWork[] = [];
  #replaced = false;

  /**
   * @param command for which it is laid out
   * @param lessons of the work that is there in the beginning, and of what is written meanwhile
   */
  constructor(at: Locations, command: string, lessons: readonly [before: string, after: string]) {
    this.#at = at;
    this.#command = command;
    this.#lessons = lessons;
    this.#known = KnownFiles.read(at.laidOutFile, at.halfLaidFile);
  }

  /** What was saved aside. */
  get saved(): readonly SavedWork[] {
    return this.#saved;
  }

  /** From now on the playground counts as half laid out. */
  begin(): void {
    this.#known.write(this.#at.halfLaidFile);
    rmSync(this.#at.laidOutFile, { force: true });
  }

  /**
   * Right before files are replaced. All of the learner's files are saved, also those that stayed as they were: so they
   * come back as they stood together.
   */
  keep(written: Files): void {
    const present = learnerFiles(this.#at.playground);
    if (this.#known.ownWork(present).length > 0) {
      const [before, after] = this.#lessons;
      const lesson = this.#replaced ? after : before;
      const about = { lesson, before: this.#command, at: new Date().toISOString() };
      this.#saved.push(saveAside(this.#at.savedDir, present, about));
      this.#known.add(present);
    }
    // Before they are written: whatever a killed command leaves is known to be none of the learner's work.
    this.#known.add(written).write(this.#at.halfLaidFile);
    this.#replaced = true;
  }

  /**
   * The playground is laid out. What the learner wrote and no layout replaced, such as notes, stays the learner's own.
   * @param written what was laid out
   */
  end(written: Files): void {
    new KnownFiles().add(written).write(this.#at.laidOutFile);
    rmSync(this.#at.halfLaidFile, { force: true });
  }
}
