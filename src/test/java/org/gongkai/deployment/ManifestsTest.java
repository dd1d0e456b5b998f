package org.gongkai.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.deployment.Manifests.each;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.platform.Gongkai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The manifests of every overlay: the API accepts them, references match, and the service knows all settings. */
class ManifestsTest {

    /** The address of a screen in the navigation of the pages. */
    private static final Pattern SCREEN = Pattern.compile("link: '(/[^']*)'");

    private static final String OVERLAYS = "org.gongkai.deployment.Manifests#overlays";

    /** Connections that the database reserves for superuser, operator and replication. */
    static final int RESERVED_CONNECTIONS = 15;

    @Test
    void everyOverlayIsChecked() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("k8s", "overlays"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Manifests.overlays().map(Manifests::name).toList());
        }
    }

    /** Returns the variables of a container that come from a Secret. */
    private static List<String> variablesOf(String secret, JsonNode container) {
        return each(container.get("env"))
                .filter(variable ->
                        variable.at("/valueFrom/secretKeyRef/name").asText().equals(secret))
                .map(variable -> variable.get("name").asText())
                .toList();
    }

    @Test
    void theComponentForMailLetsTheServiceReachTheMailServer(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("kustomization.yaml"),
                "resources: [%s]\ncomponents: [%s]\n"
                        .formatted(
                                Manifests.folder("staging").toAbsolutePath(),
                                Path.of("k8s", "components", "mail").toAbsolutePath()));

        Manifests mail = new Manifests("mail", Overlay.build(folder));

        JsonNode policy = mail.all("NetworkPolicy")
                .filter(one -> one.at("/metadata/name").asText().equals("gongkai-mail-server"))
                .findFirst()
                .orElseThrow();
        assertThat(policy.at("/spec/podSelector/matchLabels"))
                .isEqualTo(mail.the("Deployment").at("/spec/selector/matchLabels"));
        assertThat(policy.at("/spec/egress/0/to/0/ipBlock/cidr").asText()).endsWith("/32");
        assertThat(policy.at("/spec/egress/0/ports/0/port").asText()).isEqualTo(mail.setting("QUARKUS_MAILER_PORT"));
        assertThat(mail.setting("GONGKAI_REMINDERS_MAIL")).isEqualTo("true");
        assertThat(mail.setting("QUARKUS_MAILER_START_TLS")).isEqualTo("REQUIRED");
        assertThat(variablesOf("gongkai-mail", mail.service()))
                .containsExactly("QUARKUS_MAILER_USERNAME", "QUARKUS_MAILER_PASSWORD");
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void areTheSameAsBuiltByKubectl(Manifests overlay) throws Exception {
        assumeTrue(kubectlIsThere());
        Process kubectl = new ProcessBuilder(
                        "kubectl", "kustomize", Manifests.folder(overlay.name()).toString())
                .start();
        String built = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(kubectl.waitFor()).isZero();
        assertThat(Overlay.documents(built.replaceAll("name: gongkai-[0-9a-z]{10}\\n", "name: gongkai\n")))
                .containsExactlyInAnyOrderElementsOf(new ArrayList<>(overlay.objects()));
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void areAcceptedByTheApi(Manifests overlay) {
        assertThat(overlay.objects()).isNotEmpty().allSatisfy(object -> assertThat(ObjectModels.faults(object))
                .as(object.at("/metadata/name").asText())
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void areRefusedWithUnknownFields(Manifests overlay) {
        assertThat(overlay.objects()).allSatisfy(object -> {
            assertThat(ObjectModels.faults(object.deepCopy().put("spek", 1))).isNotEmpty();
        });
        assertThat(ObjectModels.faults(overlay.the("ConfigMap", "gongkai")
                        .deepCopy()
                        .set("data", overlay.objects().get(0))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void everythingIsInTheNamespaceOfTheOverlay(Manifests overlay) {
        JsonNode namespace = overlay.the("Namespace").at("/metadata/name");

        assertThat(overlay.objects().stream()
                        .filter(object -> !object.get("kind").asText().equals("Namespace")))
                .allSatisfy(
                        object -> assertThat(object.at("/metadata/namespace")).isEqualTo(namespace));
        overlay.the("PrometheusRule").findValuesAsText("expr").stream()
                .filter(expression -> expression.contains("namespace=\""))
                .forEach(expression -> assertThat(expression).contains("namespace=\"" + namespace.asText() + "\""));
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void everyContainerIsRestricted(Manifests overlay) {
        JsonNode pod = overlay.pod();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.get("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(overlay.the("ServiceAccount")
                        .get("automountServiceAccountToken")
                        .asBoolean(true))
                .isFalse();
        assertThat(overlay.containers()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(container -> {
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                    .isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asText())
                    .isNotEmpty()
                    .isEqualTo(container.at("/resources/requests/memory").asText());
            assertThat(container.at("/resources/requests").has("cpu")).isTrue();
        });
    }

    @Test
    void runsAsTheUserOfTheImage() throws IOException {
        assertThat(Files.readAllLines(Path.of("Dockerfile"))).contains("USER 10001:10001", "EXPOSE 8080");
        assertThat(Manifests.overlays()).allSatisfy(overlay -> {
            assertThat(overlay.pod().at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
            assertThat(overlay.service().at("/ports/0/containerPort").asInt()).isEqualTo(8080);
        });
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void everySelectorOfPodsSelectsThePodsOfTheService(Manifests overlay) {
        JsonNode labels = overlay.the("Deployment").at("/spec/template/metadata/labels");

        assertThat(labels).isNotEmpty();
        assertThat(overlay.the("Deployment").at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(overlay.the("Service").at("/spec/selector")).isEqualTo(labels);
        assertThat(overlay.the("PodDisruptionBudget", "gongkai").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(overlay.all("NetworkPolicy").map(policy -> policy.at("/spec/podSelector/matchLabels")))
                .contains(labels);
        assertThat(each(overlay.pod().get("topologySpreadConstraints")))
                .hasSize(2)
                .allSatisfy(constraint ->
                        assertThat(constraint.at("/labelSelector/matchLabels")).isEqualTo(labels));
        assertThat(overlay.the("ServiceMonitor").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(overlay.the("Service").at("/metadata/labels").properties()).containsAll(labels.properties());
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void everyReferencedObjectExists(Manifests overlay) {
        JsonNode deployment = overlay.the("Deployment").at("/metadata/name");
        JsonNode service = overlay.the("Service").at("/metadata/name");
        JsonNode port = overlay.the("Service").at("/spec/ports/0/name");

        assertThat(overlay.the("HorizontalPodAutoscaler").at("/spec/scaleTargetRef/name"))
                .isEqualTo(deployment);
        assertThat(overlay.pod().get("serviceAccountName"))
                .isEqualTo(overlay.the("ServiceAccount").at("/metadata/name"));
        assertThat(overlay.the("Service").at("/spec/ports/0/targetPort"))
                .isEqualTo(overlay.service().at("/ports/0/name"));
        assertThat(overlay.the("ServiceMonitor").at("/spec/endpoints/0/port")).isEqualTo(port);
        assertThat(each(overlay.the("Ingress").at("/spec/rules/0/http/paths"))).allSatisfy(path -> {
            assertThat(path.at("/backend/service/name")).isEqualTo(service);
            assertThat(path.at("/backend/service/port/name")).isEqualTo(port);
        });
        assertThat(overlay.containers()).allSatisfy(container -> {
            assertThat(container.at("/envFrom/0/configMapRef/name"))
                    .isEqualTo(overlay.the("ConfigMap", "gongkai").at("/metadata/name"));
            assertThat(names(container.get("volumeMounts")))
                    .isEqualTo(names(overlay.pod().get("volumes")));
        });
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void theIngressExposesThePagesAndNoInternals(Manifests overlay) throws IOException {
        List<String> exposed = each(overlay.the("Ingress").at("/spec/rules/0/http/paths"))
                .map(path -> path.get("path").asText())
                .toList();
        Matcher screens = SCREEN.matcher(Files.readString(Path.of("src/main/resources/web/app/router.ts")));

        assertThat(exposed).contains("/", "/static", "/api").doesNotContain("/q", "/q/health", "/q/metrics");
        assertThat(screens.results().map(screen -> screen.group(1)))
                .isNotEmpty()
                .isSubsetOf(exposed);
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void theServiceUsesTheDatabaseOfTheCluster(Manifests overlay) {
        String database = overlay.database().at("/metadata/name").asText();

        assertThat(overlay.setting("QUARKUS_DATASOURCE_JDBC_URL"))
                .startsWith("jdbc:postgresql://" + overlay.databaseHost() + ":5432/"
                        + overlay.database()
                                .at("/spec/bootstrap/initdb/database")
                                .asText()
                        + "?sslmode=verify-full");
        assertThat(overlay.containers()
                        .flatMap(container -> each(container.get("env")))
                        .filter(variable -> variable.has("valueFrom"))
                        .map(variable ->
                                variable.at("/valueFrom/secretKeyRef/name").asText()))
                .containsOnly(database + "-app");
        assertThat(overlay.pod().findValuesAsText("secretName")).containsExactly(database + "-ca");
        assertThat(overlay.all("NetworkPolicy").flatMap(policy -> policy.findValuesAsText("cnpg.io/cluster").stream()))
                .isNotEmpty()
                .containsOnly(database);
    }

    @Test
    void productionIsBackedUp() {
        Manifests production = Manifests.named("production");
        JsonNode archiver = production.the("Cluster").at("/spec/plugins/0");

        assertThat(archiver.at("/parameters/barmanObjectName"))
                .isEqualTo(production.the("ObjectStore").at("/metadata/name"));
        assertThat(production.the("ScheduledBackup").at("/spec/pluginConfiguration/name"))
                .isEqualTo(archiver.get("name"));
        assertThat(production.the("ScheduledBackup").at("/spec/cluster/name"))
                .isEqualTo(production.the("Cluster").at("/metadata/name"));
        assertThat(production.setting("QUARKUS_DATASOURCE_READ_JDBC_URL"))
                .isEqualTo(production.setting("QUARKUS_DATASOURCE_JDBC_URL").replace("-rw:", "-ro:"));
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void everySettingIsKnownToTheService(Manifests overlay) throws IOException {
        Set<String> variables = new HashSet<>();
        overlay.settings().fieldNames().forEachRemaining(variables::add);
        overlay.containers().forEach(container -> variables.addAll(names(container.get("env"))));

        assertThat(variables).isNotEmpty().allMatch(RuntimeSettings.read()::contain);
        assertThat(RuntimeSettings.read().contain("QUARKUS_SHUTDOWN_DELAY_ENABLED"))
                .as("fixed when the service is built")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void theInitContainerMigrates_andTheServiceOnlyValidates(Manifests overlay) {
        assertThat(overlay.pod().at("/initContainers/0/args/0").asText()).isEqualTo("migrate");
        assertThat(each(overlay.pod().get("initContainers"))).allSatisfy(step -> {
            assertThat(new CommandLine(new Gongkai()).getSubcommands())
                    .containsKey(step.at("/args/0").asText());
            assertThat(step.get("image")).isEqualTo(overlay.service().get("image"));
        });
        assertThat(overlay.setting("QUARKUS_FLYWAY_MIGRATE_AT_START")).isEqualTo("false");
        assertThat(overlay.setting("QUARKUS_FLYWAY_VALIDATE_AT_START")).isEqualTo("true");
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void theGracePeriodOfAPodCoversItsShutdown(Manifests overlay) {
        assertThat(overlay.pod().get("terminationGracePeriodSeconds").asLong())
                .isGreaterThan(overlay.duration("QUARKUS_SHUTDOWN_DELAY")
                        .plus(overlay.duration("QUARKUS_SHUTDOWN_TIMEOUT"))
                        .toSeconds());
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void theDatabaseHasConnectionsForAllReplicas(Manifests overlay) {
        int pods =
                overlay.the("HorizontalPodAutoscaler").at("/spec/maxReplicas").asInt()
                        + overlay.the("Deployment")
                                .at("/spec/strategy/rollingUpdate/maxSurge")
                                .asInt();
        int connections = overlay.database()
                .at("/spec/postgresql/parameters/max_connections")
                .asInt();

        assertThat(overlay.settings().properties())
                .filteredOn(setting -> setting.getKey().endsWith("_JDBC_MAX_SIZE"))
                .filteredOn(setting -> setting.getKey().contains("_READ_")
                        || overlay.all("Pooler").findAny().isEmpty())
                .isNotEmpty()
                .allSatisfy(pool -> assertThat(pods * pool.getValue().asInt() + RESERVED_CONNECTIONS)
                        .as(pool.getKey())
                        .isLessThanOrEqualTo(connections));
    }

    private static Set<String> names(JsonNode list) {
        return each(list).map(element -> element.get("name").asText()).collect(Collectors.toSet());
    }

    private static boolean kubectlIsThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }
}
