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
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the API of Kubernetes takes. The models know the fields and their types, but not which are required. Of the objects of
 * CloudNativePG, of which there are no models, {@code k8s/*.json} knows the fields that are used.
 */
final class ObjectModels {

    private static final List<Class<? extends HasMetadata>> TYPES = List.of(
            ConfigMap.class,
            Deployment.class,
            HorizontalPodAutoscaler.class,
            Ingress.class,
            Namespace.class,
            NetworkPolicy.class,
            PodDisruptionBudget.class,
            PrometheusRule.class,
            Service.class,
            ServiceAccount.class,
            ServiceMonitor.class);

    private static final JsonMapper STRICT = strict();

    private ObjectModels() {}

    /** What the API would refuse in an object; empty when it would take it. */
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

    /** The models keep what they do not know in a map beside what they do. */
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
