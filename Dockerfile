# syntax=docker/dockerfile:1
# Both base images can be replaced, by a mirror or a hardened image: --build-arg RUNTIME_IMAGE=…
ARG BUILD_IMAGE=docker.io/library/maven:3.9-eclipse-temurin-25
ARG RUNTIME_IMAGE=docker.io/library/eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY pom.xml ./
COPY src/main src/main
# The optional dependencies are exactly the binaries of the embedded PostgreSQL, so the image contains no database
# server. The package type is one that works with the class cache below.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -Dmaven.test.skip=true -Dquarkus.package.jar.type=aot-jar \
        -Dquarkus.package.jar.filter-optional-dependencies=true package

# The service is started once, as far as possible without a database, so that later starts find their classes loaded and
# linked. This requires the Java version and the path of the final image.
FROM ${RUNTIME_IMAGE} AS run
WORKDIR /app
COPY --from=build /src/target/quarkus-app/ ./
RUN QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://localhost:1/none GONGKAI_HOME=/tmp/training \
    QUARKUS_LOG_CONSOLE_JSON_ENABLED=true \
    QUARKUS_FLYWAY_MIGRATE_AT_START=false QUARKUS_HIBERNATE_ORM_SCHEMA_MANAGEMENT_STRATEGY=none \
    java -XX:AOTCacheOutput=gongkai.aot -jar quarkus-run.jar > /tmp/training.log 2>&1; \
    test -s gongkai.aot || { cat /tmp/training.log; exit 1; }
RUN mkdir /data

FROM ${RUNTIME_IMAGE}
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Gongkai" \
      org.opencontainers.image.description="Collects, checks and rolls up annual reports on government information disclosure" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /app
# The layers are ordered from those that change least to those that change most.
COPY --from=run /app/lib/ lib/
COPY --from=run /app/quarkus/ quarkus/
COPY --from=run /app/quarkus-run.jar ./
COPY --from=run /app/app/ app/
COPY --from=run /app/gongkai.aot ./
# A folder that a volume can be mounted on, for the signing key of the local issuer: GONGKAI_HOME=/data. Docker gives a new
# volume the owner of the folder.
COPY --from=run --chown=10001:10001 /data /data
# Logs are JSON, for log collectors.
ENV QUARKUS_LOG_CONSOLE_JSON_ENABLED=true
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
# For container engines that check health themselves; Kubernetes has its own probes.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "-c", "exec 3<>/dev/tcp/localhost/${QUARKUS_HTTP_PORT:-8080} && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q ' 200 ' <&3"]
# A database server must be set: QUARKUS_DATASOURCE_JDBC_URL, _USERNAME, _PASSWORD. Otherwise the service refuses to
# start. Set further options of Java in JAVA_TOOL_OPTIONS. The memory of the container that the heap does not use is for
# classes, threads and buffers; without a limit of their own, the buffers alone could take as much as the heap.
ENTRYPOINT ["java", "-XX:AOTCache=/app/gongkai.aot", "-XX:MaxRAMPercentage=60", "-XX:MaxDirectMemorySize=128m", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/quarkus-run.jar"]
