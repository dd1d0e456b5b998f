package org.gongkai.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.http.parameter.YearFilter;
import org.gongkai.rules.book.RuleBook;

/** The rule book. */
@Path("/api/v1/rules")
@Tag(name = "form")
public class RuleResource {

    /**
     * Lists the rules for the reports of a year, in the order in which findings are listed. Each rule has every place
     * where it applies.
     *
     * @param year the report year; if absent, the rules of the newest form are listed
     */
    @GET
    @PermitAll
    @Operation(summary = "Get the rule book")
    public List<RuleEntry> getRules(@QueryParam("year") YearFilter year) {
        Form form = Forms.of(year == null ? Forms.LAST_YEAR : year.value()).orElseThrow();
        return RuleBook.of(form).rules().stream()
                .map(rule -> RuleEntry.of(rule, form))
                .toList();
    }
}
