package org.gongkai.registry;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Fault;

/** Stores the lines of a file in the transaction under way, or ends it with everything that is wrong with them. */
final class SheetLoad<E> {

    /** Stores one entry, or refuses it. */
    interface Store<E> {
        PutOutcome store(String code, E entry);
    }

    /** Seconds after which a load is given up: everybody else who changes the register waits for it. */
    static final int LONGEST = 300;

    /** With every query, Hibernate looks through all that it remembers for changes. */
    private static final int MOST_REMEMBERED = 50;

    private final Store<E> store;
    private final Map<PutOutcome, Integer> outcomes = new EnumMap<>(PutOutcome.class);
    private int remembered;

    private SheetLoad(Store<E> store) {
        this.store = store;
    }

    static <E> Loaded run(SheetFile<E> file, Store<E> store) {
        return new SheetLoad<>(store).run(file);
    }

    private Loaded run(SheetFile<E> file) {
        Map<SheetFile.Draft<E>, List<Fault>> refused = stored(SheetOrder.of(file));
        ProblemException.refuse(ProblemType.INVALID_ENTRY, SheetFaults.of(file, refused));
        return new Loaded(number(PutOutcome.ADDED), number(PutOutcome.CHANGED), number(PutOutcome.UNCHANGED));
    }

    /**
     * Stores what can be, and gives the rest. What is refused may be fine once another line is stored, as when a district and
     * those within it all get another level, so it is tried again as long as that helps.
     */
    private Map<SheetFile.Draft<E>, List<Fault>> stored(List<SheetFile.Draft<E>> drafts) {
        Map<SheetFile.Draft<E>, List<Fault>> refused = tried(drafts);
        int tried = drafts.size();
        while (!refused.isEmpty() && refused.size() < tried) {
            tried = refused.size();
            refused = tried(refused.keySet());
        }
        return refused;
    }

    private Map<SheetFile.Draft<E>, List<Fault>> tried(Collection<SheetFile.Draft<E>> drafts) {
        Map<SheetFile.Draft<E>, List<Fault>> refused = new LinkedHashMap<>();
        drafts.forEach(draft -> tryToStore(draft, refused));
        return refused;
    }

    private void tryToStore(SheetFile.Draft<E> draft, Map<SheetFile.Draft<E>, List<Fault>> refused) {
        try {
            PutOutcome outcome = store.store(draft.line().code(), draft.entry());
            outcomes.merge(outcome, 1, Integer::sum);
            forget(outcome);
        } catch (ProblemException refusal) {
            if (refusal.type() != ProblemType.INVALID_ENTRY) {
                throw refusal;
            }
            refused.put(draft, refusal.faults());
        }
    }

    /** A district that moves takes along what lies within it behind Hibernate's back, so after a change nothing is remembered. */
    private void forget(PutOutcome outcome) {
        remembered++;
        if (outcome == PutOutcome.CHANGED || remembered == MOST_REMEMBERED) {
            Panache.getEntityManager().flush();
            Panache.getEntityManager().clear();
            remembered = 0;
        }
    }

    private int number(PutOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }
}
