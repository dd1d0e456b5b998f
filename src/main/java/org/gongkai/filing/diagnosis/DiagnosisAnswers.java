package org.gongkai.filing.diagnosis;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.gongkai.http.Caller;
import org.gongkai.http.load.Client;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.publication.DocumentTurns;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.text.Language;

/** The answers with a diagnosis: JSON in the language of the caller, or a paper in Chinese. */
@RequestScoped
class DiagnosisAnswers {

    private static final String VARY = HttpHeaders.ACCEPT + ", " + Caller.VARY;

    private final Diagnoses diagnoses;
    private final DocumentTurns documents;
    private final Caller caller;

    DiagnosisAnswers(Diagnoses diagnoses, DocumentTurns documents, Caller caller) {
        this.diagnoses = diagnoses;
        this.documents = documents;
        this.caller = caller;
    }

    /** Returns the language of the texts in a format. */
    Language language(DocumentFormat format) {
        return format.isDocument() ? Language.ZH : caller.language();
    }

    Uni<Response> answer(DiagnosedReport report, DocumentFormat format) {
        Client client = caller.client();
        Language language = language(format);
        Uni<Diagnosis> diagnosis = diagnoses.inTurn(report, client, language);
        return format.isDocument()
                ? diagnosis.chain(found -> document(found, report.dated(), format, client))
                : diagnosis.map(found -> Response.ok(found, MediaType.APPLICATION_JSON_TYPE)
                        .language(language.locale())
                        .header(HttpHeaders.VARY, VARY)
                        .build());
    }

    private Uni<Response> document(Diagnosis diagnosis, Instant dated, DocumentFormat format, Client client) {
        OfficialDocument paper = DiagnosisPaper.of(diagnosis, dated);
        String file = diagnosis.agency().code() + "-" + diagnosis.year() + "-diagnosis";
        return documents.write(format, paper, client).map(bytes -> {
            Response.ResponseBuilder response = Response.ok(bytes);
            format.headers(paper, file).forEach(response::header);
            return response.header(HttpHeaders.VARY, VARY).build();
        });
    }
}
