/** Lists: filters, order, pages and formats. */
package org.gongkai.http.listing;
