# syntax=docker/dockerfile:1
# Both base images can be replaced, for a mirror or a hardened image: --build-arg RUNTIME_IMAGE=…
ARG BUILD_IMAGE=docker.io/library/maven:3.9-eclipse-temurin-25
ARG RUNTIME_IMAGE=docker.io/library/eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY pom.xml ./
COPY src src
# Optional dependencies are the binaries of the embedded PostgreSQL, and nothing else: the image carries no database.
RUN mvn -B -ntp -DskipTests -Dquarkus.package.jar.filter-optional-dependencies=true package

FROM ${RUNTIME_IMAGE}
LABEL org.opencontainers.image.title="Gongkai" \
      org.opencontainers.image.description="Collects, checks and rolls up annual reports on government information disclosure" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
# From what changes least to what changes most.
COPY --from=build /src/target/quarkus-app/lib/ lib/
COPY --from=build /src/target/quarkus-app/quarkus/ quarkus/
COPY --from=build /src/target/quarkus-app/quarkus-run.jar ./
COPY --from=build /src/target/quarkus-app/app/ app/
USER 10001:10001
EXPOSE 8080
# A server has to be named: QUARKUS_DATASOURCE_JDBC_URL, _USERNAME, _PASSWORD. Without one the service refuses to start.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/app/quarkus-run.jar"]
