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

/** Stores the lines of a file in the transaction under way, or ends it with everything that is wrong with them. */
public final class CsvImport<E> {

    /** Stores one entry, or refuses it. */
    public interface Store<E> {
        UpsertResult store(String code, E entry);
    }

    /** Seconds after which a load is given up: everybody else who changes the register waits for it. */
    public static final int MAX_SECONDS = 300;

    /** With every query, Hibernate looks through all that it remembers for changes. */
    private static final int MAX_MANAGED_ENTITIES = 50;

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
        Map<CsvFile.ParsedLine<E>, List<Finding>> refused = storeAll(CsvLineOrder.of(file));
        ProblemException.refuse(ProblemType.INVALID_ENTRY, CsvImportFindings.of(file, refused));
        return new ImportSummary(count(UpsertResult.ADDED), count(UpsertResult.CHANGED), count(UpsertResult.UNCHANGED));
    }

    /**
     * Stores what can be, and gives the rest. What is refused may be fine once another line is stored, as when a district and
     * those within it all get another level, so it is tried again as long as that helps.
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

    /** A district that moves takes along what lies within it behind Hibernate's back, so after a change nothing is remembered. */
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
