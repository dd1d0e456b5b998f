package org.gongkai.http.answer;

import org.jboss.resteasy.reactive.RestResponse;

/**
 * Creates the answer to a {@code PUT}: 201 if it created the resource, 200 if it changed or confirmed an existing one.
 */
public final class Created {

    private Created() {}

    public static <T> RestResponse<T> orChanged(boolean created, T content) {
        return RestResponse.ResponseBuilder.create(
                        created ? RestResponse.Status.CREATED : RestResponse.Status.OK, content)
                .build();
    }
}
