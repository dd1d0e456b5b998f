/**
 * The OpenAPI document, completed at build time from the code: texts from Javadoc, labels and limits from the form,
 * problem responses from the problem types, examples from real reports.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Gongkai",
                        version = "replaced by quarkus.smallrye-openapi.info-version",
                        description = """
                                Collects the statutory annual reports on government information disclosure \
                                (政府信息公开工作年度报告, Articles 49 and 50 of the Regulations on Open Government \
                                Information) of the bureaus of a city, checks them, stores every revision, and rolls the \
                                figures up by year, district and category.

                                Errors are problem details (RFC 9457). The list of problem types is closed, and the URI of \
                                each type is a page that explains it. Messages are in Chinese unless Accept-Language \
                                prefers English. Unknown query parameters are refused.""",
                        contact = @Contact(name = "The oversight office that operates the service"),
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        servers = @Server(url = "/", description = "The service that publishes this document"),
        components =
                @Components(
                        schemas = {
                            @Schema(name = "Problem", implementation = Problem.class),
                            @Schema(name = "AnnualReport", implementation = AnnualReport.class),
                            @Schema(name = "AnnualReport2019", implementation = AnnualReport2019.class)
                        }),
        tags = {
            @Tag(name = "reports", description = "Submit reports and read them"),
            @Tag(name = "documents", description = "Extract reports from published documents"),
            @Tag(name = "statistics", description = "Roll up figures"),
            @Tag(name = "form", description = "The statutory form and its figures"),
            @Tag(name = "registry", description = "Districts, categories and agencies"),
            @Tag(name = "cycles", description = "Report years: deadlines, rosters and missing reports"),
            @Tag(name = "events", description = "The audit log of all changes, and webhooks that receive it"),
            @Tag(name = "sandbox", description = "Tests of software that submits reports, which never count"),
            @Tag(name = "service", description = "The limits of the service")
        })
package org.gongkai.openapi;

import org.gongkai.form.statutory.AnnualReport;
import org.gongkai.form.statutory.AnnualReport2019;
import org.gongkai.problem.Problem;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
