package no.klarert.policy;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Where the conformance cases are: {@code KLARERT_CONFORMANCE}, or {@code ../shared/conformance} seen from some parent. */
@SuppressWarnings("exports") // of JUnit, which every test sees
public final class Conformance {
    private Conformance() {}

    /** What to do so that a pack is found. */
    public static String hint(String pack) {
        return "no conformance cases: put them at ../shared/conformance/" + pack
                + " beside the project, or set KLARERT_CONFORMANCE to the folder that holds " + pack;
    }

    /** The one test of a pack that is not there: skipped, and says how to point at it. */
    public static DynamicTest absent(String pack) {
        return dynamicTest("no conformance cases", () -> Assumptions.abort(hint(pack)));
    }

    public static Optional<Path> folder(String pack) {
        var configured =
                Optional.ofNullable(System.getenv("KLARERT_CONFORMANCE")).map(Path::of);
        var usual = Stream.iterate(Path.of("").toAbsolutePath(), parent -> parent != null, Path::getParent)
                .map(parent -> parent.resolve("../shared/conformance").normalize());
        return Stream.concat(configured.stream(), usual)
                .map(folder -> folder.resolve(pack))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
