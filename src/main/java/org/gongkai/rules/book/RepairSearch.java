package org.gongkai.rules.book;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Searches the smallest set of repairs after which equations hold: the one with the fewest repairs, and among these the
 * one with the fewest changed numbers. Sets of one repair are tried first, then of two, and so on. Empty totals are
 * filled in before numbers are exchanged, and these before single numbers are corrected, so that no set is tried twice
 * in another order. The search ends after a fixed number of trials, so its result does not depend on the speed of the
 * machine.
 */
final class RepairSearch {

    /** The largest set of repairs that is searched as a whole. */
    private static final int MAX_REPAIRS = 4;

    private static final int MAX_EXCHANGES = 2;

    /** One correction of a number rarely repairs more equations: its row, its column and the balance of its column. */
    private static final int MAX_REPAIRED_BY_NUMBER = 4;

    /** The trials for one report: less than a tenth of a second. */
    private static final int MAX_TRIALS = 50_000;

    /** An exchange is tried on the numbers alone, which is faster than another repair. */
    private static final int EXCHANGES_PER_TRIAL = 10;

    /** The fewest equations that a repair must repair if others stay broken. */
    private static final int MIN_REPAIRED = 2;

    private static final Comparator<List<Repair>> SMALLEST = Comparator.<List<Repair>>comparingInt(set ->
                    set.stream().mapToInt(repair -> repair.changes().size()).sum())
            .thenComparingInt(
                    set -> set.stream().mapToInt(Repair::chosenAmounts).sum());

    private final Equations equations;
    private final ExchangeRepairs exchanges;
    private final Deque<Repair> path = new ArrayDeque<>();
    private List<Repair> best;
    private int trials;

    RepairSearch(Equations equations) {
        this.equations = equations;
        this.exchanges = new ExchangeRepairs(equations);
    }

    /**
     * Returns a set of repairs, and applies them. If no small set repairs everything, repairs that repair several
     * equations and break none are applied one by one, the one that repairs most first, and the search goes on with the
     * rest.
     */
    List<Repair> repair() {
        List<Repair> applied = new ArrayList<>();
        while (equations.brokenCount() > 0) {
            List<Repair> next = smallest().or(() -> bestSingle().map(List::of)).orElse(List.of());
            if (next.isEmpty()) {
                return applied;
            }
            next.forEach(equations::apply);
            applied.addAll(next);
        }
        return applied;
    }

    /** Returns single repairs that change an equation. */
    List<Repair> candidates(int equation) {
        List<Repair> candidates = new ArrayList<>(new NumberRepairs(equations).of(equation));
        candidates.addAll(exchanges.of(equations, 1));
        return candidates;
    }

    private Optional<List<Repair>> smallest() {
        best = null;
        for (int size = 1; size <= MAX_REPAIRS && best == null && trials < MAX_TRIALS; size++) {
            tryTotals(size);
        }
        return Optional.ofNullable(best);
    }

    private void tryTotals(int remaining) {
        tryExchanges(remaining, MAX_EXCHANGES);
        for (Repair repair : EmptyTotals.of(equations)) {
            attempt(repair, () -> tryExchanges(remaining - 1, MAX_EXCHANGES));
        }
    }

    private void tryExchanges(int remaining, int exchangesLeft) {
        tryNumbers(remaining);
        if (remaining > 0 && exchangesLeft > 0) {
            for (Repair repair : exchanges(1)) {
                attempt(repair, () -> tryExchanges(remaining - 1, exchangesLeft - 1));
            }
        }
    }

    private void tryNumbers(int remaining) {
        if (equations.brokenCount() == 0) {
            offer();
        } else if (remaining > 0 && equations.brokenCount() <= MAX_REPAIRED_BY_NUMBER * remaining) {
            NumberRepairs numbers = new NumberRepairs(equations);
            for (Repair repair : numbers.of(numbers.mostSpecific())) {
                attempt(repair, () -> tryNumbers(remaining - 1));
            }
            tryLastExchange();
        }
    }

    /**
     * Tries an exchange that becomes visible only after corrections of numbers. An exchange adds to one equation what
     * it takes from another.
     */
    private void tryLastExchange() {
        if (!path.isEmpty() && equations.brokenCount() <= MAX_REPAIRED_BY_NUMBER && equations.imbalance() == 0) {
            for (Repair repair : exchanges(equations.brokenCount())) {
                attempt(repair, this::offer);
            }
        }
    }

    private List<Repair> exchanges(int atLeast) {
        if (trials >= MAX_TRIALS) {
            return List.of();
        }
        trials += exchanges.size() / EXCHANGES_PER_TRIAL;
        return exchanges.of(equations, atLeast);
    }

    private void attempt(Repair repair, Runnable further) {
        trials++;
        if (trials < MAX_TRIALS) {
            equations.apply(repair);
            path.addLast(repair);
            further.run();
            path.removeLast();
            equations.undo(repair);
        }
    }

    private void offer() {
        List<Repair> found = List.copyOf(path);
        if (best == null || SMALLEST.compare(found, best) < 0) {
            best = found;
        }
    }

    /** Returns the repair that repairs most equations, at least two, and breaks none. */
    private Optional<Repair> bestSingle() {
        List<Repair> candidates = new ArrayList<>(EmptyTotals.of(equations));
        candidates.addAll(exchanges.of(equations, MIN_REPAIRED));
        NumberRepairs numbers = new NumberRepairs(equations);
        for (int equation = 0; equation < equations.size(); equation++) {
            if (equations.isBroken(equation)) {
                candidates.addAll(numbers.of(equation));
            }
        }
        return candidates.stream()
                .filter(repair -> repaired(repair) >= MIN_REPAIRED)
                .min(Comparator.<Repair>comparingInt(repair -> -repaired(repair))
                        .thenComparing(List::of, SMALLEST));
    }

    /** Returns the number of repaired equations; 0 if another one would be broken. */
    private int repaired(Repair repair) {
        boolean[] broken = equations.broken();
        equations.apply(repair);
        int repaired = 0;
        boolean breaks = false;
        for (int equation = 0; equation < broken.length; equation++) {
            repaired += broken[equation] && !equations.isBroken(equation) ? 1 : 0;
            breaks |= !broken[equation] && equations.isBroken(equation);
        }
        equations.undo(repair);
        return breaks ? 0 : repaired;
    }
}
