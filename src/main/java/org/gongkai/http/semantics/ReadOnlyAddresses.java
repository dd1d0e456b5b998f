package org.gongkai.http.semantics;

/** Addresses that are no resources of the API, and can only be read. */
public interface ReadOnlyAddresses {

    boolean contain(String path);
}
