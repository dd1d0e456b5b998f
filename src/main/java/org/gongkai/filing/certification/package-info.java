/** The cases of a certification run, by which a vendor shows in the sandbox that its software is ready. */
package org.gongkai.filing.certification;
