package no.klarert.examples.kravogbetalinger;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the container turns when something failed outside Spring's reach. Asked for directly, it is an unknown address. */
@RestController
final class ErrorPage implements ErrorController {
    @RequestMapping("/error")
    ResponseEntity<Feil> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var unknown = status == null || status.equals(404);
        var code = unknown ? Feilkode.KB_003 : Feilkode.KB_001;
        var text = unknown ? ErrorAnswers.UNKNOWN_ADDRESS : ErrorAnswers.UNEXPECTED;
        return ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Feil(code.code(), text, Korrelasjonsid.of(request).toString()));
    }
}
