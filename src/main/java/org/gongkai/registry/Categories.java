package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Text;

/** The kinds of bureau this installation knows. */
@ApplicationScoped
public class Categories {

    /** The category of that code, which must be known. */
    static Category require(String code) {
        return Category.<Category>findByIdOptional(code)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_CATEGORY, new Text("没有部门类别 %s", "There is no category %s").with(code)));
    }

    /**
     * Adds a category or changes it.
     *
     * @return whether it is new
     */
    @Transactional
    public boolean put(String code, CategoryEntry entry) {
        Register.CATEGORY.lock();
        new EntryCheck(code, entry.code()).name(entry.name()).refuse();
        Category known = Category.findById(code);
        Category category = known == null ? new Category() : known;
        category.code = code;
        category.name = entry.name();
        category.persist();
        return known == null;
    }
}
