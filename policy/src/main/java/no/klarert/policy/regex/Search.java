package no.klarert.policy.regex;

import no.klarert.policy.regex.Program.Step;

/** One search: the set of steps that could be next, moved over the text one character at a time. */
final class Search {
    private final Program program;
    private final String text;
    private Threads now;
    private Threads next;
    /** Each step is expanded once and leaves at most two more. */
    private final int[] pending;

    Search(Program program, String text) {
        this.program = program;
        this.text = text;
        this.now = new Threads(program.size());
        this.next = new Threads(program.size());
        this.pending = new int[2 * program.size() + 2];
    }

    boolean finds() {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (follow(0, at, now)) {
                return true;
            }
            if (step(text.codePointAt(at), at)) {
                return true;
            }
            var done = now;
            now = next;
            next = done;
            next.clear();
        }
        return follow(0, text.length(), now);
    }

    private boolean step(int character, int at) {
        int after = at + Character.charCount(character);
        for (int i = 0; i < now.size; i++) {
            int index = now.members[i];
            if (program.step(index) instanceof Step.Take take
                    && take.characters().contains(character)
                    && follow(index + 1, after, next)) {
                return true;
            }
        }
        return false;
    }

    /** Adds a step and all that can be reached from it without taking a character; whether the end is among them. */
    private boolean follow(int start, int at, Threads threads) {
        int waiting = 0;
        pending[waiting++] = start;
        while (waiting > 0) {
            int index = pending[--waiting];
            if (!threads.add(index)) {
                continue;
            }
            switch (program.step(index)) {
                case Step.Found found -> {
                    return true;
                }
                case Step.Jump jump -> pending[waiting++] = jump.next();
                case Step.Fork fork -> {
                    pending[waiting++] = fork.other();
                    pending[waiting++] = fork.next();
                }
                case Step.AtStart start0 -> waiting = at == 0 ? push(waiting, index + 1) : waiting;
                case Step.AtEnd end -> waiting = at == text.length() ? push(waiting, index + 1) : waiting;
                case Step.Take take -> {}
            }
        }
        return false;
    }

    private int push(int waiting, int index) {
        pending[waiting] = index;
        return waiting + 1;
    }

    /** A set of step indexes that is emptied in no time. */
    private static final class Threads {
        private final int[] members;
        private final int[] places;
        private int size;

        Threads(int capacity) {
            this.members = new int[capacity];
            this.places = new int[capacity];
        }

        boolean add(int index) {
            int place = places[index];
            if (place < size && members[place] == index) {
                return false;
            }
            places[index] = size;
            members[size++] = index;
            return true;
        }

        void clear() {
            size = 0;
        }
    }
}
