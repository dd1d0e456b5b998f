package org.gongkai.registry.category;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.gongkai.audit.EventType;
import org.gongkai.csv.CsvColumn;
import org.gongkai.csv.CsvColumns;
import org.gongkai.csv.CsvFile;
import org.gongkai.csv.CsvImport;
import org.gongkai.csv.ImportSummary;
import org.gongkai.csv.UpsertResult;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.code.CodeList;
import org.gongkai.registry.code.EqualCodes;
import org.gongkai.registry.entry.EntryCheck;
import org.gongkai.registry.entry.RegistryAuditLog;
import org.gongkai.security.Actor;
import org.gongkai.text.EqualCode;
import org.gongkai.text.Text;

/** The register of the kinds of bureau. */
@ApplicationScoped
public class Categories {

    static final CsvColumns<CategoryEntry> COLUMNS = new CsvColumns<>(
            List.of(
                    CsvColumn.required(CsvColumns.CODE, CategoryEntry::code)
                            .ofCodes()
                            .alsoCalled("代码", "编码", "类别代码", "类别编码"),
                    CsvColumn.required("name", CategoryEntry::name).alsoCalled("名称", "类别名称")),
            EqualCode::key,
            line -> new CategoryEntry(line.text(CsvColumns.CODE), line.text("name")));

    private static final String LOCK_TABLE = "lock table category in share row exclusive mode";

    private final RegistryAuditLog auditLog;

    Categories(RegistryAuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /**
     * Returns a category.
     *
     * @throws ProblemException if the code is unknown
     */
    static Category require(String code) {
        return Category.<Category>findByIdOptional(code)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_CATEGORY,
                        EqualCodes.unknown(
                                new Text("没有部门类别 %s", "Unknown category %s").with(code), CodeList.CATEGORY, code)));
    }

    /**
     * Locks the register against other changes until the transaction ends, so that the checks of an entry still hold
     * when it is stored. Changes are rare, and reads do not wait.
     */
    private static void lock() {
        Panache.getEntityManager().createNativeQuery(LOCK_TABLE).executeUpdate();
    }

    /** Adds or changes a category. */
    @Transactional
    public UpsertResult put(String code, CategoryEntry entry, Actor actor) {
        EntryCheck.requireCode(code);
        lock();
        return store(code, entry, actor);
    }

    /** Adds or changes the categories in a file; changes nothing if there is a finding. */
    @Transactional
    @TransactionConfiguration(timeout = CsvImport.MAX_SECONDS)
    ImportSummary load(CsvFile<CategoryEntry> file, Actor actor) {
        lock();
        return CsvImport.run(file, (code, entry) -> {
            EntryCheck.refuseLostZeros(CodeList.CATEGORY, code, id -> Category.findById(id));
            return store(code, entry, actor);
        });
    }

    /** Stores an entry. The caller must hold the lock on the register. */
    UpsertResult store(String code, CategoryEntry entry, Actor actor) {
        Category known = Category.findById(code);
        new EntryCheck(CodeList.CATEGORY, code, entry.code())
                .unique(known)
                .name(entry.name())
                .refuse();
        CategoryEntry before = known == null ? null : CategoryEntry.of(known);
        Category category = known == null ? new Category() : known;
        category.code = code;
        category.name = entry.name();
        category.persist();
        return auditLog.record(EventType.CATEGORY_CHANGED, code, before, CategoryEntry.of(category), actor);
    }
}
