package org.gongkai.http.listing;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.ParameterCheck;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.text.Text;
import org.jboss.resteasy.reactive.RestResponse;

/** The parameters that select a page of a list. */
public class Paging {

    private static final String PAGE = "page";
    private static final String AFTER = "after";
    private static final int DEFAULT_SIZE = 50;

    /** The last page whose entries have numbers within the range of {@code int}. */
    private static final int LAST_PAGE = Integer.MAX_VALUE / Page.MAX_SIZE - 1;

    @QueryParam("page")
    @CheckedBy(Check.class)
    @Parameter(
            description = "Number of the page, from 0",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    public String page;

    @QueryParam("size")
    @CheckedBy(Check.class)
    @Parameter(
            description = "Maximum number of entries on a page",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "" + Page.MAX_SIZE,
                            defaultValue = "50"))
    public String size;

    @QueryParam(AFTER)
    @Parameter(
            description =
                    "The member next of the previous page: entries that are added or removed meanwhile do not shift"
                            + " the pages. Not with page",
            schema = @Schema(type = SchemaType.STRING))
    public String after;

    @Context
    public UriInfo uri;

    @Context
    public HttpServerRequest request;

    /** Checks that both parameters are integers within their ranges. */
    @ApplicationScoped
    static class Check implements ParameterCheck {

        @Override
        public List<ParameterFault> faults(String name, List<String> values) {
            int min = name.equals(PAGE) ? 0 : 1;
            int max = name.equals(PAGE) ? LAST_PAGE : Page.MAX_SIZE;
            return values.stream()
                    .filter(value -> !isInteger(value, min, max))
                    .map(value -> ParameterFault.invalid(
                            name, value, new Text("应为 %s 至 %s 的整数", "Must be an integer from %s to %s").with(min, max)))
                    .toList();
        }

        private static boolean isInteger(String value, int min, int max) {
            return value.matches("[0-9]{1,9}") && min <= Integer.parseInt(value) && Integer.parseInt(value) <= max;
        }
    }

    /**
     * Returns the requested page of a list: the page with a number, or the entries after a cursor.
     *
     * @throws ProblemException if both are given, or if the cursor is not one of this list
     */
    public <T> Page<T> of(ListQuery<T> list) {
        return after == null ? numbered(list) : following(list);
    }

    private <T> Page<T> numbered(ListQuery<T> list) {
        int number = number();
        PanacheQuery<T> all = list.all();
        List<T> items = all.page(number, entries()).list();
        long total = all.count();
        boolean isLast = (number + 1L) * entries() >= total;
        return new Page<>(items, number, entries(), total, isLast ? null : cursor(list, items));
    }

    private <T> Page<T> following(ListQuery<T> list) {
        PanacheQuery<T> rest = list.after(keys(list.order()));
        List<T> items = rest.page(0, entries()).list();
        long left = rest.count();
        long total = list.all().count();
        long number = (total - left + entries() - 1) / entries();
        return new Page<>(items, (int) number, entries(), total, items.size() < left ? cursor(list, items) : null);
    }

    /**
     * Returns the requested page of a list that is computed as a whole.
     *
     * @param all the complete list, sorted by the key
     * @param key returns the key of an entry, which is unique, in the format of a cursor; empty if there is only one entry
     */
    public <T> Page<T> of(List<T> all, Function<T, String> key) {
        long first = after == null ? (long) entries() * number() : indexAfter(all, key);
        int from = (int) Math.min(first, all.size());
        int to = Math.min(from + entries(), all.size());
        int number = after == null ? number() : (from + entries() - 1) / entries();
        return new Page<>(
                all.subList(from, to),
                number,
                entries(),
                all.size(),
                to < all.size() && to > from ? key.apply(all.get(to - 1)) : null);
    }

    private <T> int indexAfter(List<T> all, Function<T, String> key) {
        refusePage();
        return (int) all.stream()
                .filter(entry -> key.apply(entry).compareTo(after) <= 0)
                .count();
    }

    private int number() {
        return page == null ? 0 : Integer.parseInt(page);
    }

    private void refusePage() {
        if (page != null) {
            throw ProblemException.ofParameter(
                    ParameterFault.invalid(AFTER, after, new Text("不能与 page 同时使用", "Cannot be used with page")));
        }
    }

    private <T> List<Object> keys(ListOrder<T> order) {
        refusePage();
        return order.values(after)
                .orElseThrow(() -> ProblemException.ofParameter(ParameterFault.invalid(
                        AFTER, after, new Text("应为本列表返回的 next", "Must be the member next of an answer of this list"))));
    }

    private static <T> String cursor(ListQuery<T> list, List<T> items) {
        return items.isEmpty() ? null : list.order().cursor(items.get(items.size() - 1));
    }

    private int entries() {
        return size == null ? DEFAULT_SIZE : Integer.parseInt(size);
    }

    /**
     * Returns the entries of the complete list.
     *
     * @throws ProblemException if the request asks for a page
     */
    public <T, E> List<E> whole(ListQuery<T> list, Function<T, E> entry) {
        refuseParameters();
        return list.all().list().stream().map(entry).toList();
    }

    /**
     * Returns a list that is computed as a whole.
     *
     * @throws ProblemException if the request asks for a page
     */
    public <E> List<E> whole(List<E> all) {
        refuseParameters();
        return all;
    }

    private void refuseParameters() {
        List<ParameterFault> present = Stream.of(PAGE, "size", AFTER)
                .filter(uri.getQueryParameters()::containsKey)
                .map(name -> ParameterFault.invalid(
                        name,
                        uri.getQueryParameters().getFirst(name),
                        new Text(
                                "以表格返回时不分页，包含全部内容",
                                "Not allowed with a table, which always contains the complete list")))
                .toList();
        if (!present.isEmpty()) {
            throw ProblemException.ofParameters(present);
        }
    }

    /** Returns the answer with the page, and with links to its neighbours. */
    public <T> RestResponse<Page<T>> answer(Page<T> content) {
        return RestResponse.ResponseBuilder.ok(content)
                .links(links(content).toArray(Link[]::new))
                .build();
    }

    /** Leads to the next page by its cursor, unless the request has named a page by its number. */
    private List<Link> links(Page<?> content) {
        long last = content.total() == 0 ? 0 : (content.total() - 1) / content.size();
        List<Link> links = new ArrayList<>();
        links.add(link("first", PAGE, 0));
        if (page != null && content.page() > 0) {
            links.add(link("prev", PAGE, Math.min(content.page() - 1L, last)));
        }
        if (content.next() != null) {
            links.add(page == null ? link("next", AFTER, content.next()) : link("next", PAGE, content.page() + 1L));
        }
        links.add(link("last", PAGE, last));
        return links;
    }

    /** Returns a relative link, which is valid behind any proxy. */
    private Link link(String relation, String parameter, Object value) {
        String others = uri.getQueryParameters().entrySet().stream()
                .filter(other -> !other.getKey().equals(PAGE) && !other.getKey().equals(AFTER))
                .flatMap(other -> other.getValue().stream().map(given -> "&" + pair(other.getKey(), given)))
                .collect(Collectors.joining());
        return Link.fromUri(request.path() + "?" + pair(parameter, String.valueOf(value)) + others)
                .rel(relation)
                .build();
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
