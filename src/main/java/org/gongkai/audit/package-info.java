/** What happened, who did it, and when: written down with every change, and never altered. */
package org.gongkai.audit;
