import { rmSync } from 'node:fs';
import {
  KnownFiles,
  learnerFiles,
  writeBackup,
  type Backup,
  type Files,
  type Locations,
} from '../playground/index.ts';

/**
 * Backs up the learner's files during one layout. A layout may replace files more than once, with seconds in between.
 * Each time, files that were neither laid out nor backed up yet are backed up.
 */
export class LearnerBackup {
  private readonly at: Locations;
  private readonly command: string;
  private readonly lessons: readonly [before: string, after: string];
  private readonly known: KnownFiles;
  private readonly made: Backup[] = [];
  private replaced = false;

  /**
   * @param command that the layout is for
   * @param lessons the lesson of the files that are there at the beginning, and the lesson of files written during the
   * layout
   */
  constructor(at: Locations, command: string, lessons: readonly [before: string, after: string]) {
    this.at = at;
    this.command = command;
    this.lessons = lessons;
    this.known = KnownFiles.read(at.laidOutFile, at.partialLayoutFile);
  }

  /** The backups that were made. */
  get backups(): readonly Backup[] {
    return this.made;
  }

  /** Marks the playground as partly laid out. */
  begin(): void {
    this.known.write(this.at.partialLayoutFile);
    rmSync(this.at.laidOutFile, { force: true });
  }

  /**
   * Backs up the learner's files. To be called right before files are replaced. A backup holds all of the learner's
   * files, unchanged ones included, so that files are restored in the state in which they belong together.
   * @param written the files that are about to be written
   */
  backUp(written: Files): void {
    const present = learnerFiles(this.at.playground);
    if (this.known.ownWork(present).length > 0) {
      const [before, after] = this.lessons;
      const lesson = this.replaced ? after : before;
      const about = { lesson, before: this.command, at: new Date().toISOString() };
      this.made.push(writeBackup(this.at.backupDir, present, about));
      this.known.add(present);
    }
    // Recorded before the files are written, so that files of a killed command do not count as the learner's work.
    this.known.add(written).write(this.at.partialLayoutFile);
    this.replaced = true;
  }

  /**
   * Marks the playground as laid out. Files of the learner that no layout replaced, such as notes, stay the learner's
   * own.
   * @param written the files that were laid out
   */
  complete(written: Files): void {
    new KnownFiles().add(written).write(this.at.laidOutFile);
    rmSync(this.at.partialLayoutFile, { force: true });
  }
}
