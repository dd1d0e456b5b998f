/** Documents as PDF files: pages as an office prints them, with embedded fonts. */
package org.gongkai.publication.pdf;
