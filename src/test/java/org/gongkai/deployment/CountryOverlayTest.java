package org.gongkai.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.deployment.Manifests.each;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The overlay with Citus: all servers fit together, the service reaches them, and all of them are backed up. */
class CountryOverlayTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Manifests country = Manifests.named("country");
    private final JsonNode coordinator = country.database();
    private final List<ObjectNode> workers = country.all("Cluster")
            .filter(cluster -> !cluster.equals(coordinator))
            .toList();

    private Stream<JsonNode> servers() {
        return Stream.concat(Stream.of(coordinator), workers.stream());
    }

    private JsonNode pool() {
        return country.the("Pooler").get("spec");
    }

    private static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    private static JsonNode parameters(JsonNode server) {
        return server.at("/spec/postgresql/parameters");
    }

    /** Returns the pods of the jobs that work on the database. */
    private Stream<JsonNode> jobs() {
        return Stream.of(
                country.the("Job").at("/spec/template"), country.the("CronJob").at("/spec/jobTemplate/spec/template"));
    }

    private static Set<String> values(JsonNode container, String variable) {
        return each(container.get("env"))
                .filter(one -> one.get("name").asText().equals(variable))
                .flatMap(one -> Stream.of(one.get("value").asText().split(" ")))
                .collect(Collectors.toSet());
    }

    @Test
    void workersDifferOnlyInTheirNames() throws IOException {
        assertThat(workers).hasSizeGreaterThanOrEqualTo(2);
        String first = Files.readString(Path.of("k8s/overlays/country/worker-1.yaml"));

        for (ObjectNode worker : workers) {
            String file = "k8s/overlays/country/" + name(worker).replace("gongkai-", "") + ".yaml";
            assertThat(Files.readString(Path.of(file)).replace(name(worker), "gongkai-worker-1"))
                    .isEqualTo(first);
        }
    }

    @Test
    void allServersRunTheSameReleaseWithCitusBeforeOtherLibraries() {
        JsonNode catalog = country.the("ImageCatalog");
        JsonNode image = catalog.at("/spec/images/0");

        assertThat(servers()).allSatisfy(server -> {
            assertThat(server.at("/spec/imageCatalogRef/name")).isEqualTo(catalog.at("/metadata/name"));
            assertThat(server.at("/spec/imageCatalogRef/major")).isEqualTo(image.get("major"));
            assertThat(server.at("/spec/postgresql/shared_preload_libraries/0").asText())
                    .isEqualTo("citus");
            assertThat(server.at("/spec/bootstrap/initdb/postInitApplicationSQL/0")
                            .asText())
                    .isEqualTo("create extension citus");
            assertThat(server.at("/spec/bootstrap/initdb/database"))
                    .isEqualTo(coordinator.at("/spec/bootstrap/initdb/database"));
        });
        assertThat(jobs().map(pod -> pod.at("/spec/containers/0/image"))).containsOnly(image.get("image"));
    }

    /** A transaction that changes a worker is prepared there, so each connection may need a slot. */
    @Test
    void everyServerHasSlotsForPreparedTransactions() {
        assertThat(servers()).allSatisfy(server -> assertThat(
                        parameters(server).get("max_prepared_transactions").asInt())
                .isGreaterThanOrEqualTo(
                        parameters(server).get("max_connections").asInt()));
    }

    /** The primary of the coordinator and each standby, from which roll-ups are read, have connections of their own. */
    @Test
    void workersHaveConnectionsForEveryInstanceOfTheCoordinator() {
        int connections = coordinator.at("/spec/instances").asInt()
                * parameters(coordinator).get("citus.max_shared_pool_size").asInt();

        assertThat(workers).allSatisfy(worker -> assertThat(
                        parameters(worker).get("max_connections").asInt())
                .isGreaterThanOrEqualTo(connections + ManifestsTest.RESERVED_CONNECTIONS));
    }

    @Test
    void allServersShareTheirPasswordsAndTheirCertificateAuthority() {
        assertThat(workers).allSatisfy(worker -> {
            assertThat(worker.at("/spec/bootstrap/initdb/secret/name").asText()).isEqualTo("gongkai-database-app");
            assertThat(worker.at("/spec/superuserSecret/name").asText()).isEqualTo("gongkai-database-superuser");
            assertThat(worker.at("/spec/certificates/serverCASecret").asText()).isEqualTo("gongkai-database-ca");
        });
        assertThat(servers()).allSatisfy(server -> {
            assertThat(server.at("/spec/enableSuperuserAccess").asBoolean()).isTrue();
            assertThat(parameters(server).get("citus.node_conninfo").asText()).startsWith("sslmode=verify-full ");
        });
    }

    @Test
    void theServiceReachesTheCoordinatorThroughThePool_withoutNamedStatements() {
        assertThat(pool().at("/cluster/name")).isEqualTo(coordinator.at("/metadata/name"));
        assertThat(pool().at("/pgbouncer/poolMode").asText()).isEqualTo("transaction");
        assertThat(coordinator.at("/spec/certificates/serverAltDNSNames/0").asText())
                .isEqualTo(name(country.the("Pooler")));
        assertThat(country.setting("QUARKUS_DATASOURCE_JDBC_URL")).endsWith("&prepareThreshold=0");
        assertThat(country.setting("QUARKUS_DATASOURCE_READ_JDBC_URL")).contains("//gongkai-database-ro:5432/");
    }

    /** PgBouncer ignores the settings of connections, which application.properties makes on other databases. */
    @Test
    void theCoordinatorHasTheTimeoutsThatThePoolDoesNotPassOn() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/application.properties"));

        for (String setting : List.of("statement_timeout", "lock_timeout", "jit")) {
            assertThat(settings)
                    .contains("-c " + setting + "="
                            + parameters(coordinator).get(setting).asText());
        }
    }

    @Test
    void thePoolHasConnectionsForAllReplicas_andTheCoordinatorForThePool() {
        int pods =
                country.the("HorizontalPodAutoscaler").at("/spec/maxReplicas").asInt() + 1;
        JsonNode sizes = pool().at("/pgbouncer/parameters");

        assertThat(sizes.get("max_client_conn").asInt())
                .isGreaterThanOrEqualTo(pods * Integer.parseInt(country.setting("QUARKUS_DATASOURCE_JDBC_MAX_SIZE")));
        assertThat(pool().get("instances").asInt()
                        * sizes.get("default_pool_size").asInt())
                .isLessThanOrEqualTo(
                        parameters(coordinator).get("max_connections").asInt() - ManifestsTest.RESERVED_CONNECTIONS);
    }

    @Test
    void schemaAndLayoutAreChangedThroughADirectConnection() {
        List<JsonNode> steps = each(country.pod().get("initContainers")).toList();

        assertThat(steps).extracting(step -> step.at("/args/0").asText()).containsExactly("migrate", "distribute");
        assertThat(steps).allSatisfy(step -> assertThat(values(step, "QUARKUS_DATASOURCE_JDBC_URL"))
                .singleElement()
                .asString()
                .startsWith("jdbc:postgresql://gongkai-database-rw:5432/"));
        assertThat(values(country.service(), "QUARKUS_DATASOURCE_JDBC_URL")).isEmpty();
    }

    @Test
    void everyWorkerIsRegistered() throws IOException {
        JsonNode job = country.the("Job").at("/spec/template/spec");
        JsonNode files = country.the("ConfigMap", "gongkai-nodes").get("data");

        assertThat(values(job.at("/containers/0"), "COORDINATOR")).containsExactly(name(coordinator) + "-rw");
        assertThat(values(job.at("/containers/0"), "WORKERS"))
                .containsExactlyInAnyOrderElementsOf(
                        workers.stream().map(worker -> name(worker) + "-rw").toList());
        assertThat(job.at("/volumes/0/configMap/name").asText()).isEqualTo("gongkai-nodes");
        assertThat(job.at("/containers/0/command/1").asText())
                .startsWith(job.at("/containers/0/volumeMounts/0/mountPath").asText())
                .endsWith("/register.sh");
        assertThat(files.fieldNames()).toIterable().contains("register.sh", "passwords.sql", "nodes.sql");
    }

    @Test
    void everyServerIsBackedUp_upToCommonRestorePoints() {
        assertThat(servers()).allSatisfy(server -> assertThat(server.at("/spec/plugins/0/parameters/barmanObjectName"))
                .isEqualTo(country.the("ObjectStore").at("/metadata/name")));
        assertThat(country.all("ScheduledBackup").map(backup -> backup.at("/spec/cluster/name")))
                .containsExactlyInAnyOrderElementsOf(
                        servers().map(server -> server.at("/metadata/name")).toList());
        assertThat(country.the("CronJob").toString()).contains("citus_create_restore_point(name)");
    }

    @Test
    void podsOfJobsAreRestricted() {
        assertThat(jobs().map(pod -> pod.get("spec"))).allSatisfy(pod -> {
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(pod.get("automountServiceAccountToken").asBoolean(true)).isFalse();
            JsonNode container = pod.at("/containers/0");
            assertThat(container.at("/securityContext"))
                    .isEqualTo(country.service().get("securityContext"));
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            assertThat(container.at("/env/0").isMissingNode()).isFalse();
        });
    }

    @Test
    void policiesLetTheServersTheJobsAndThePoolConnect() {
        JsonNode labelsOfJobs = jobs().findFirst().orElseThrow().at("/metadata/labels");
        JsonNode servers = country.the("NetworkPolicy", "gongkai-servers").get("spec");

        assertThat(jobs().map(pod -> pod.at("/metadata/labels"))).containsOnly(labelsOfJobs);
        assertThat(country.the("NetworkPolicy", "gongkai-administration").at("/spec/podSelector/matchLabels"))
                .isEqualTo(labelsOfJobs);
        assertThat(servers.findValues("matchLabels")).contains(labelsOfJobs);
        assertThat(country.the("NetworkPolicy", "gongkai-database-addresses").at("/spec/podSelector"))
                .isEqualTo(JSON.createObjectNode()
                        .set(
                                "matchExpressions",
                                JSON.createArrayNode()
                                        .add(JSON.createObjectNode()
                                                .put("key", "cnpg.io/cluster")
                                                .put("operator", "Exists"))));
        assertThat(country.the("PodDisruptionBudget", "gongkai-pool").at("/spec/selector/matchLabels"))
                .isEqualTo(country.the("NetworkPolicy", "gongkai-pool").at("/spec/podSelector/matchLabels"));
    }
}
