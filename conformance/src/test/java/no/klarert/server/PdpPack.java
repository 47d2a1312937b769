package no.klarert.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the Altinn PDP cases are: {@code KLARERT_CONFORMANCE}, or {@code ../shared/conformance} seen from some parent. */
final class PdpPack {
    static final String HOW_TO_POINT = "set KLARERT_CONFORMANCE to the folder that holds altinn-pdp";

    private PdpPack() {}

    static Optional<Path> folder() {
        var configured =
                Optional.ofNullable(System.getenv("KLARERT_CONFORMANCE")).map(Path::of);
        var usual = Stream.iterate(Path.of("").toAbsolutePath(), parent -> parent != null, Path::getParent)
                .map(parent -> parent.resolve("../shared/conformance").normalize());
        return Stream.concat(configured.stream(), usual)
                .map(folder -> folder.resolve("altinn-pdp"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
