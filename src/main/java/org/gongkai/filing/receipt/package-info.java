/** Signed receipts: the keys, the signature, and its check without a service. */
package org.gongkai.filing.receipt;
