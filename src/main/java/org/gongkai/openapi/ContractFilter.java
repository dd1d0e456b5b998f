package org.gongkai.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** Completes the OpenAPI document. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    private final IndexView index;

    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        PageSchemas.complete(document);
        new WireTypes(index).document(document.getComponents().getSchemas());
        FormSchemas.document(document);
        Permissions.declare(document.getComponents());
        Operations operations = new Operations(index);
        operations.document(document);
        FileContents.add(document);
        RepetitionHeader.add(document);
        ResponseDetails.complete(document);
        ProblemResponses.add(document, operations);
        Examples.add(document);
        BodyExamples.add(document);
        ParameterExamples.add(document);
    }
}
