# The embedded broker as an image of one executable: no shell, no Node, not root. docs/broker-operations.md has its use.
#   docker build --tag embedded-broker .
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /source
# Without strip, the executable is a sixth larger.
RUN apt-get update && apt-get install --yes --no-install-recommends binutils && rm -rf /var/lib/apt/lists/*
COPY . .
RUN npm ci --ignore-scripts --workspace tools/executable --workspace tools/packages --workspace libs/embedded-broker
RUN npm run --silent start --workspace tools/executable
RUN mkdir /data

FROM gcr.io/distroless/cc-debian12:nonroot
LABEL org.opencontainers.image.title="embedded-broker" \
      org.opencontainers.image.description="A Pact Broker in one process: no Ruby, no database server" \
      org.opencontainers.image.source="https://github.com/pact-workshop/pact-workshop-typescript" \
      org.opencontainers.image.documentation="https://github.com/pact-workshop/pact-workshop-typescript/blob/main/docs/broker-operations.md" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /source/dist-executable/embedded-broker /usr/local/bin/embedded-broker
COPY --from=build /source/dist-executable/licenses.txt /usr/share/doc/embedded-broker/licenses.txt
# A new volume gets its owner from here.
COPY --from=build --chown=65532:65532 /data /data
ENV PACT_BROKER_HOST=0.0.0.0 \
    PACT_BROKER_DATABASE_URL=sqlite:////data/pact-broker.sqlite
WORKDIR /data
VOLUME /data
EXPOSE 9292
# By number, so that Kubernetes sees that it is not root.
USER 65532:65532
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 CMD ["/usr/local/bin/embedded-broker", "health"]
ENTRYPOINT ["/usr/local/bin/embedded-broker"]
CMD ["start"]
