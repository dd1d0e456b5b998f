package org.gongkai.csv;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;

/** Stores the lines of a file in the current transaction, or refuses the file with all findings. */
public final class CsvImport<E> {

    /** Stores one entry, or refuses it. */
    public interface Store<E> {
        UpsertResult store(String code, E entry);
    }

    /** Timeout of an import in seconds. All other changes of the same kind of entry wait for it. */
    public static final int MAX_SECONDS = 300;

    /**
     * The number of lines after which the session is cleared: every query makes Hibernate check all managed entities
     * for changes.
     */
    private static final int MAX_MANAGED_ENTITIES = 50;

    /**
     * Makes the database plan each statement for the table as it is. A plan that it made when the table was empty would
     * read the whole table for every line.
     */
    private static final String PLAN_AGAIN = "set local plan_cache_mode = force_custom_plan";

    private final Store<E> store;
    private final Map<UpsertResult, Integer> outcomes = new EnumMap<>(UpsertResult.class);
    private int managed;

    private CsvImport(Store<E> store) {
        this.store = store;
    }

    public static <E> ImportSummary run(CsvFile<E> file, Store<E> store) {
        return new CsvImport<>(store).run(file);
    }

    private ImportSummary run(CsvFile<E> file) {
        Panache.getEntityManager().createNativeQuery(PLAN_AGAIN).executeUpdate();
        Map<CsvFile.ParsedLine<E>, List<Finding>> refused = storeAll(CsvLineOrder.of(file));
        ProblemException.refuse(ProblemType.INVALID_ENTRY, CsvImportFindings.of(file, refused));
        return new ImportSummary(
                count(UpsertResult.ADDED), count(UpsertResult.CHANGED), count(UpsertResult.UNCHANGED), List.of());
    }

    /**
     * Stores all lines that can be stored, and returns the findings on the others. A refused line may become valid
     * after another one was stored, for example when a district and the districts inside it change their levels.
     * Refused lines are therefore tried again as long as their number decreases.
     */
    private Map<CsvFile.ParsedLine<E>, List<Finding>> storeAll(List<CsvFile.ParsedLine<E>> parsedLines) {
        Map<CsvFile.ParsedLine<E>, List<Finding>> refused = attempt(parsedLines);
        int tried = parsedLines.size();
        while (!refused.isEmpty() && refused.size() < tried) {
            tried = refused.size();
            refused = attempt(refused.keySet());
        }
        return refused;
    }

    private Map<CsvFile.ParsedLine<E>, List<Finding>> attempt(Collection<CsvFile.ParsedLine<E>> parsedLines) {
        Map<CsvFile.ParsedLine<E>, List<Finding>> refused = new LinkedHashMap<>();
        parsedLines.forEach(parsed -> tryToStore(parsed, refused));
        return refused;
    }

    private void tryToStore(CsvFile.ParsedLine<E> parsed, Map<CsvFile.ParsedLine<E>, List<Finding>> refused) {
        try {
            UpsertResult outcome = store.store(parsed.line().code(), parsed.entry());
            outcomes.merge(outcome, 1, Integer::sum);
            clearSession(outcome);
        } catch (ProblemException refusal) {
            if (refusal.type() != ProblemType.INVALID_ENTRY) {
                throw refusal;
            }
            refused.put(parsed, refusal.findings());
        }
    }

    /**
     * Clears the session after a change: moving a district updates the districts inside it by a statement that
     * Hibernate does not track.
     */
    private void clearSession(UpsertResult outcome) {
        managed++;
        if (outcome == UpsertResult.CHANGED || managed == MAX_MANAGED_ENTITIES) {
            Panache.getEntityManager().flush();
            Panache.getEntityManager().clear();
            managed = 0;
        }
    }

    private int count(UpsertResult outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }
}
