package org.gongkai.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.stream.Stream;

/**
 * The objects that the API of Kubernetes accepts. The models know the fields and their types, but not the required
 * ones. There are no models for the objects of CloudNativePG: {@code k8s/*.json} lists the fields in use.
 */
final class ObjectModels {

    private static final List<Class<? extends HasMetadata>> TYPES = List.of(
            ConfigMap.class,
            CronJob.class,
            Deployment.class,
            HorizontalPodAutoscaler.class,
            Ingress.class,
            Job.class,
            Namespace.class,
            NetworkPolicy.class,
            PodDisruptionBudget.class,
            PrometheusRule.class,
            Service.class,
            ServiceAccount.class,
            ServiceMonitor.class);

    private static final JsonMapper STRICT = strict();

    private ObjectModels() {}

    /** Returns the faults for which the API would refuse an object; empty if it would accept it. */
    static List<String> faults(JsonNode object) {
        return TYPES.stream()
                .filter(type ->
                        HasMetadata.getKind(type).equals(object.get("kind").asText())
                                && HasMetadata.getApiVersion(type)
                                        .equals(object.get("apiVersion").asText()))
                .findFirst()
                .map(type -> faults(object, type))
                .orElseGet(() -> faultsOfOther(object));
    }

    private static List<String> faults(JsonNode object, Class<?> type) {
        try {
            STRICT.treeToValue(object, type);
            return List.of();
        } catch (JsonProcessingException e) {
            return List.of(e.getMessage());
        }
    }

    private static List<String> faultsOfOther(JsonNode object) {
        String schema = "/k8s/" + object.get("kind").asText() + ".json";
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(ObjectModels.class.getResourceAsStream(schema))
                .validate(object)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** Returns the fields that a model does not know and keeps in a map. */
    private static JsonMapper strict() {
        JsonMapper.Builder mapper = JsonMapper.builder()
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    @Override
                    public Boolean hasAnySetter(Annotated member) {
                        return false;
                    }
                })
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                .forEach(number -> mapper.withCoercionConfig(
                        LogicalType.Textual, config -> config.setCoercion(number, CoercionAction.Fail)));
        return mapper.build();
    }
}
