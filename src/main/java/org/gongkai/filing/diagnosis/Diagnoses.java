package org.gongkai.filing.diagnosis;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gongkai.http.fairuse.QueryBudget;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.LoadControl;
import org.gongkai.http.load.Turns;
import org.gongkai.statistics.data.Reads;
import org.gongkai.text.Language;

/** Makes diagnoses. Each takes a slot of the queries, and its cost is charged to the client. */
@ApplicationScoped
class Diagnoses {

    static final String FOLDER = "/org/gongkai/filing/diagnosis/";

    private final Peers peers;
    private final Reads reads;
    private final LoadControl load;
    private final QueryBudget budget;

    Diagnoses(Peers peers, Reads reads, LoadControl load, QueryBudget budget) {
        this.peers = peers;
        this.reads = reads;
        this.load = load;
        this.budget = budget;
    }

    /**
     * Returns the diagnosis of a report when the turn of the client comes.
     *
     * @throws org.gongkai.problem.ProblemException if the client has used up its budget for queries
     */
    Uni<Diagnosis> inTurn(DiagnosedReport report, Client client, Language language) {
        budget.check(client);
        return Turns.run(load.queries(), client, () -> {
            try {
                return diagnose(report, client, language);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Diagnosis diagnose(DiagnosedReport report, Client client, Language language) throws SQLException {
        Compared compared = reads.fromPrimary(true, connection -> {
                    Location location = Location.of(report, connection);
                    List<EqualPassage> passages = EqualPassages.of(report, location, connection, language);
                    return Optional.of(new Compared(location, passages));
                })
                .orElseThrow();
        List<PeerGroup> groups = peers.groups(report, compared.location);
        budget.charge(client, EqualPassages.MAX_REPORTS + cost(groups), 0);
        return Diagnosis.of(report, Peers.differences(report, groups, language), compared.passages, language);
    }

    /** Returns the number of figures that were read: of each report, one for each row. */
    private static long cost(List<PeerGroup> groups) {
        return groups.stream()
                .mapToLong(group -> group.reports() * group.rows().size())
                .sum();
    }

    /**
     * The result of the comparison with the texts of other reports.
     *
     * @param location the place of the report
     * @param passages the equal sentences
     */
    private record Compared(Location location, List<EqualPassage> passages) {}
}
