/** Work in the background, beside that for requests. */
package org.gongkai.background;
