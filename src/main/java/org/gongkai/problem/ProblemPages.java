package org.gongkai.problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongkai.text.Text;

/** Serves a page for each problem type, in both languages. The URI of a type is the address of its page. */
@Path("/problems")
@Produces(MediaType.TEXT_HTML)
public class ProblemPages {

    @CheckedTemplate(basePath = "")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance problems(List<ProblemType> types);
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public TemplateInstance listProblemTypes() {
        return Templates.problems(List.of(ProblemType.values()));
    }

    @GET
    @Path("/{slug}")
    @PermitAll
    @Operation(hidden = true)
    public TemplateInstance getProblemType(@PathParam("slug") String slug) {
        return ProblemType.ofSlug(slug)
                .map(type -> Templates.problems(List.of(type)))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_RESOURCE, new Text("没有这个问题类型", "Unknown problem type")));
    }
}
