package org.gongkai.packaged.siege;

/**
 * A way in which a client can harm the service.
 *
 * @param kind name of the class of attacks
 * @param tried what the client does, for the table
 * @param action does it until the time is over
 */
record Attack(String kind, String tried, Action action) {

    /** The requests of the attack. */
    interface Action {

        /**
         * Attacks a service.
         *
         * @param target the service
         * @param until end of the attack, as {@link System#nanoTime()}
         */
        void run(Target target, long until) throws Exception;
    }
}
