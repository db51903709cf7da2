import { describe, expect, it } from '@jest/globals';
import { lastStage } from './image-stage.ts';

const dockerfile = (stage: string) => `FROM a AS build\nENV X=1\nCOPY . .\n\nFROM b:1\n${stage}`;

const whole = dockerfile(`COPY --from=build --chown=1:2 /data /data
COPY --from=build /source/x /bin/x
ENV A=1 \\
    B=sqlite:////data/a
USER 1:2
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=1s CMD ["/bin/x", "health"]
ENTRYPOINT ["/bin/x"]
CMD ["start", "--port", "1"]
`);

describe('The last stage of a Dockerfile', () => {
  it('is read with all that a container is started by', () => {
    expect(lastStage(whole)).toEqual({
      base: 'b:1',
      copies: [
        { from: 'build', source: '/data', target: '/data', owner: '1:2' },
        { from: 'build', source: '/source/x', target: '/bin/x', owner: undefined },
      ],
      env: { A: '1', B: 'sqlite:////data/a' },
      user: '1:2',
      volumes: ['/data'],
      stopSignal: 'SIGTERM',
      entrypoint: ['/bin/x'],
      command: ['start', '--port', '1'],
      healthCheck: ['/bin/x', 'health'],
    });
  });

  it.each([
    ['without a user', whole.replace('USER 1:2\n', ''), 'has not one USER'],
    ['with two', `${whole}USER root\n`, 'has not one USER'],
    ['that needs a shell', whole.replace('["/bin/x"]', '/bin/x'), '/bin/x is no JSON list'],
    [
      'that copies from outside',
      whole.replace('COPY --from=build /source/x', 'COPY /x'),
      'from another stage',
    ],
    ['that copies more', whole.replace('/source/x', '/source/x /source/y'), 'does not copy one file'],
  ])('is refused %s', (_, text, message) => {
    expect(() => lastStage(text)).toThrow(message);
  });
});
