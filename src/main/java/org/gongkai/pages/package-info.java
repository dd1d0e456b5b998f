/**
 * Serves the web pages. They are built from {@code src/main/resources/web} and use the public API only: whatever a page can do,
 * another client can do.
 */
package org.gongkai.pages;
